// The standalone page: reads its address, and puts one board on it. Without `src` it offers samples, an address, a file.
const query = new URLSearchParams(location.search);
const start = document.getElementById('start');

const open = (set) => {
  start.hidden = true;
  const board = document.createElement('alignment-board');
  for (const name of ['store', 'store-login', 'member', 'view', 'theme', 'lang']) {
    if (query.has(name)) board.setAttribute(name, query.get(name));
  }
  if (query.has('readonly')) board.setAttribute('readonly', '');
  if (query.has('theme')) document.documentElement.dataset.theme = query.get('theme');
  document.documentElement.lang = query.get('lang') || navigator.language;
  set(board);
  board.addEventListener('board-load', ({ detail }) => { document.title = detail.title; });
  if (query.has('idea')) {
    board.addEventListener('board-load', () => board.suggest({ idea: query.get('idea'), link: query.get('link') ?? '' }), { once: true });
  }
  const main = document.querySelector('main:not(.start)') ?? document.body.appendChild(document.createElement('main'));
  main.append(board);
};

// Embedded as a frame, the page tells its parent how high it is.
if (parent !== window) {
  new ResizeObserver(() => {
    parent.postMessage({ type: 'alignment-board-height', height: document.documentElement.scrollHeight }, '*');
  }).observe(document.body);
}

document.querySelector('input[type=file]').addEventListener('change', async ({ target }) => {
  const file = target.files[0];
  if (!file) return;
  const text = await file.text();
  open((board) => { board.goals = text; });
});

// Every component in every state, and the board in every condition.
if (query.has('gallery')) {
  const goals = (initiatives) => ({ title: 'A board', objectives: [{ title: 'People look forward to our newsletter', initiatives }] });
  const conditions = [
    ['view', 'gallery', 'samples/marketing.json'],
    ['store', 'memory:', 'samples/marketing.json'],
    ['readonly', '', 'samples/minimal.json'],
    ['store', 'memory:', 'samples/none.json'],
    ['store', 'memory:', goals([])],
    ['store', 'memory:', goals(['Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft '.repeat(3)])],
    ['store', 'memory:', { ...goals([{ title: 'Test shorter subject lines', due: 'soon' }]), titel: 'A field nobody knows' }],
  ];
  for (const [name, value, source] of conditions) {
    open((board) => {
      if (typeof source === 'string') board.setAttribute('src', source);
      else board.goals = source;
      board.setAttribute(name, value);
    });
  }
} else if (query.get('src')) open((board) => board.setAttribute('src', query.get('src')));
