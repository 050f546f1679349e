const name = key => `alignment-board:${key}`;

const done = request => new Promise((yes, no) => {
  request.onsuccess = () => yes(request.result);
  request.onerror = () => no(request.error);
});

/** Somebody with developer tools appends a record. */
export async function append(key, record) {
  const database = await done(indexedDB.open(name(key)));
  await done(database.transaction("events", "readwrite").objectStore("events").add(record));
  database.close();
}

/** Somebody clears the site's data while the board is open. */
export const clear = key => done(indexedDB.deleteDatabase(name(key)));

/** A newer version of the board came by in another tab. */
export async function upgrade(key) {
  (await done(indexedDB.open(name(key), 2))).close();
}

export async function exists(key) {
  return (await indexedDB.databases()).some(database => database.name === name(key));
}

const transaction = IDBDatabase.prototype.transaction;
let durabilities = [];

/** Notes how durable each transaction is that may write. */
export function note_durability() {
  IDBDatabase.prototype.transaction = function (...options) {
    const begun = transaction.apply(this, options);
    if (begun.mode === "readwrite") durabilities.push(begun.durability);
    return begun;
  };
}

export function noted_durabilities() {
  IDBDatabase.prototype.transaction = transaction;
  return durabilities.splice(0).join();
}
