let put_back = () => {};

function replace(object, name, descriptor) {
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { configurable: true, ...descriptor });
  const before = put_back;
  put_back = () => {
    before();
    if (own) Object.defineProperty(object, name, own);
    else delete object[name];
  };
}

const thrown = name => { throw new DOMException("as the test asked", name); };

export function hide() { replace(window, "indexedDB", { value: null }); }
export function forbid() { replace(window, "indexedDB", { get: () => thrown("SecurityError") }); }
export function refuse(name) { replace(IDBFactory.prototype, "open", { value: () => thrown(name) }); }
export function ignore() {
  replace(IDBFactory.prototype, "open", { value: () => Object.create(IDBOpenDBRequest.prototype, {
    readyState: { value: "pending" },
    onsuccess: { value: null, writable: true },
    onerror: { value: null, writable: true },
    onupgradeneeded: { value: null, writable: true },
  }) });
  replace(window, "setTimeout", { value: call => queueMicrotask(call) });
}
/** The disk is full when a record is written: the browser undoes the transaction and says why. */
export function fill() {
  replace(IDBObjectStore.prototype, "add", { value() {
    const request = this.count();
    this.transaction.abort();
    Object.defineProperty(this.transaction, "error", { value: new DOMException("", "QuotaExceededError") });
    return request;
  } });
}
export function refuse_storage() { replace(window, "localStorage", { get: () => thrown("SecurityError") }); }
export function without_channels() { replace(window, "BroadcastChannel", { value: undefined }); }
export function allow() {
  put_back();
  put_back = () => {};
}

/** How a frame with `sandbox="allow-scripts"` alone is refused. */
export function refused_in_a_sandbox() {
  const frame = document.createElement("iframe");
  frame.sandbox = "allow-scripts";
  frame.srcdoc = `<script>
    try { indexedDB.open("board"); } catch (error) { parent.postMessage(error.name, "*"); }
  </script>`;
  return new Promise(told => {
    addEventListener("message", event => { told(event.data); frame.remove(); }, { once: true });
    document.body.append(frame);
  });
}
