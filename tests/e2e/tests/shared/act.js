// Two hundred random acts of one member, and what came of them, told to the page around.
const board = document.querySelector('alignment-board');
const member = board.getAttribute('member');
const kept = [];
let done = false;
let waits = null;
let state = [...member].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
const chance = (end) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * end);
};
const ids = ['ugc', 'replies', 'panel', 'letter', 'podcast'];
const acts = [
  (id) => board.claim(id),
  (id) => board.claim(id),
  (id) => board.release(id),
  (id) => board.checkIn(id, { value: chance(101), confidence: chance(11), note: `${member} says ${chance(1000)}` }),
];
board.addEventListener('board-sync', ({ detail }) => { waits = detail.waiting; });
board.addEventListener('board-load', async () => {
  for (let act = 0; act < 200; act += 1) {
    try {
      kept.push(await acts[chance(acts.length)](ids[chance(ids.length)]));
    } catch {
      // It would not count: nothing was kept.
    }
    await new Promise((later) => { setTimeout(later, chance(60)); });
  }
  done = true;
}, { once: true });
setInterval(async () => {
  const events = JSON.parse(await board.export()).map(({ id }) => id).sort();
  const claims = board.board?.objectives.flatMap((objective) => objective.initiatives)
    .map(({ id, state: has, holders, waiting }) => [id, has, holders, waiting]);
  parent.postMessage({ member, done, kept, waits: done ? waits ?? 0 : -1, events: done ? events : [], claims }, '*');
}, 500);
