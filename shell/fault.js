// Why a board cannot come up, in words. Asked for only then.

/** What happened, and what the person who reads it can do. */
const SENTENCES = {
  en: {
    title: 'The board could not be loaded',
    file: ['This page was opened as a file, and browsers do not let files load a board.', 'Put the folder on a web server, or run one here.'],
    'no-wasm': ['This browser cannot run WebAssembly.', 'Open the page in a current browser.'],
    'policy-wasm': ['This page’s security policy does not let the board run (WebAssembly is blocked).', "The site’s administrator adds 'wasm-unsafe-eval' to script-src in the page’s Content-Security-Policy."],
    missing: ['The board’s file {file} cannot be loaded (status {what}).', 'The site’s administrator uploads all files of the board into one folder; on IIS, .wasm needs a MIME type (a web.config is in the download).'],
    type: ['Instead of the board’s file {file}, the server sent a web page ({what}).', 'Sign in to the site, or tell its administrator.'],
    unreachable: ['The board’s file {file} cannot be loaded.', 'The server may be down, the page’s Content-Security-Policy may lack its address in connect-src, or the server does not send Access-Control-Allow-Origin.'],
    other: ['The board could not start: {what}', 'Reload the page. If it stays, tell the site’s administrator what stands here.'],
    broken: ['Something in the board broke, and it had to stop. What you did until now is kept.', 'Reload the page to go on.'],
    reload: 'Reload',
  },
  de: {
    title: 'Das Board ließ sich nicht laden',
    file: ['Diese Seite wurde als Datei geöffnet, und so laden Browser kein Board.', 'Leg den Ordner auf einen Webserver, oder starte hier einen.'],
    'no-wasm': ['Dieser Browser kann kein WebAssembly.', 'Öffne die Seite in einem aktuellen Browser.'],
    'policy-wasm': ['Die Sicherheitsregeln dieser Seite lassen das Board nicht laufen (WebAssembly ist gesperrt).', "Die Administration der Seite trägt 'wasm-unsafe-eval' in der Content-Security-Policy der Seite bei script-src ein."],
    missing: ['Die Datei {file} des Boards lässt sich nicht laden (Status {what}).', 'Die Administration der Seite lädt alle Dateien des Boards in einen Ordner hoch; auf IIS braucht .wasm einen MIME-Typ (eine web.config liegt bei).'],
    type: ['Statt der Datei {file} des Boards hat der Server eine Webseite geschickt ({what}).', 'Melde dich bei der Website an, oder sag es ihrer Administration.'],
    unreachable: ['Die Datei {file} des Boards lässt sich nicht laden.', 'Vielleicht ist der Server gerade aus, in der Content-Security-Policy der Seite fehlt seine Adresse bei connect-src, oder er sendet kein Access-Control-Allow-Origin.'],
    other: ['Das Board konnte nicht starten: {what}', 'Lade die Seite neu. Wenn es so bleibt, sag der Administration der Seite, was hier steht.'],
    broken: ['Im Board ist etwas kaputtgegangen, deshalb musste es anhalten. Was du bis jetzt getan hast, ist aufgehoben.', 'Lade die Seite neu, um weiterzumachen.'],
    reload: 'Neu laden',
  },
};

/** Why the widget cannot come up, in a language: a code, and the words. `broken` is what stopped on its way. */
export const fault = async (error, lang, broken) => {
  const words = SENTENCES[Object.keys(SENTENCES).find((it) => `${lang}-`.toLowerCase().startsWith(`${it}-`)) ?? 'en'];
  const [code, file, what] = broken ? ['broken'] : await cause(error);
  const [happened, todo] = words[code].map((it) => it.replace('{file}', () => file).replace('{what}', () => what));
  return { code, title: words.title, happened, todo, reload: broken && words.reload };
};

/** Whether this page lets wasm run at all: the smallest module there is. */
const wasmAllowed = () => {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
};

/** Why the widget cannot come up, which of its files that is about, and what is wrong with it. */
const cause = async (error) => {
  if (location.protocol === 'file:') return ['file'];
  if (typeof WebAssembly !== 'object') return ['no-wasm'];
  if (!wasmAllowed()) return ['policy-wasm'];
  for (const name of ['board.js', 'board_bg.wasm', 'board_rest.wasm']) {
    const file = new URL(name, import.meta.url).href;
    try {
      const answer = await fetch(file);
      if (!answer.ok) return ['missing', file, answer.status];
      const type = answer.headers.get('content-type') ?? '';
      if (type.includes('text/html')) return ['type', file, type];
    } catch {
      return ['unreachable', file];
    }
  }
  return ['other', '', error?.message ?? error];
};
