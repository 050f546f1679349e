class AlignmentBoard extends HTMLElement {
  async connectedCallback() {
    const board = await import('./board.js');
    await board.default();
    const root = this.attachShadow({ mode: 'open' });
    const host = document.createElement('div');
    root.append(host);
    board.mount(host);
  }
}
customElements.define('alignment-board', AlignmentBoard);
