document.body.append(document.createElement('alignment-board'));
