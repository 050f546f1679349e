
// The second file of the program, `xtask/src/split`. It is asked for beside the first.
const restUrl = new URL('NAME_rest.wasm?VERSION', import.meta.url).href;
let restIsHere = false;
const restComes = (async () => {
  const answer = await fetch(restUrl, { priority: 'low' });
  if (!answer.ok) throw new Error(`${restUrl} cannot be loaded (status ${answer.status})`);
  return WebAssembly.compile(await answer.arrayBuffer());
})();
restComes.catch(() => {});

/** Comes when the whole program is here. */
let restLinked;
export const rest = () => restLinked ??= restComes.then(async (module) => {
  if (!restIsHere) await WebAssembly.instantiate(module, { first: wasm });
  restIsHere = true;
});

/** Somebody was quicker than the network: the page waits for what it needs. */
const restNow = () => {
  if (restIsHere) return;
  const request = new XMLHttpRequest();
  request.open('GET', restUrl, false);
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  if (request.status !== 200) throw new Error(`${restUrl} cannot be loaded (status ${request.status})`);
  const bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
  new WebAssembly.Instance(new WebAssembly.Module(bytes), { first: wasm });
  restIsHere = true;
};
