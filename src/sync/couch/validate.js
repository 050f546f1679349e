// What CouchDB asks before it keeps a document. It runs in SpiderMonkey 1.8.5 and everything later, so it is ES5.
// The id of an event ends with 96 bits of SHA-256 over its stamp, board, author and body, so nobody can change one.
// What an event means is none of its business: types of later versions pass.
function (doc, old, user, security) {
  function refuse(why) { throw { forbidden: why }; }

  function has(list, name) {
    for (var i = 0; list && i < list.length; i++) if (list[i] === name) return true;
    return false;
  }

  function isAdmin() {
    if (has(user.roles, '_admin')) return true;
    var admins = (security && security.admins) || {};
    if (user.name && has(admins.names, user.name)) return true;
    for (var i = 0; i < user.roles.length; i++) if (has(admins.roles, user.roles[i])) return true;
    return false;
  }

  function bytesOf(text) {
    var bytes = [];
    for (var i = 0; i < text.length; i++) {
      var c = text.charCodeAt(i);
      if (c >= 0xd800 && c < 0xdc00) {
        var low = text.charCodeAt(++i);
        if (!(low >= 0xdc00 && low < 0xe000)) refuse('half a character');
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
        bytes.push(0xf0 | c >> 18, 0x80 | c >> 12 & 63, 0x80 | c >> 6 & 63, 0x80 | c & 63);
      } else if (c >= 0xdc00 && c < 0xe000) {
        refuse('half a character');
      } else if (c >= 0x800) {
        bytes.push(0xe0 | c >> 12, 0x80 | c >> 6 & 63, 0x80 | c & 63);
      } else if (c >= 0x80) {
        bytes.push(0xc0 | c >> 6, 0x80 | c & 63);
      } else {
        bytes.push(c);
      }
    }
    return bytes;
  }

  // The fractional parts of the square roots (n = 2) or cube roots (n = 3) of the first primes, 32 bits each.
  function roots(n, count) {
    var found = [], candidate = 2;
    while (found.length < count) {
      var prime = true;
      for (var d = 2; d * d <= candidate; d++) if (candidate % d === 0) prime = false;
      if (prime) {
        var root = Math.pow(candidate, 1 / n);
        found.push(((root - Math.floor(root)) * 0x100000000) | 0);
      }
      candidate++;
    }
    return found;
  }

  function sha256(bytes) {
    var k = roots(3, 64), h = roots(2, 8), w = [], bits = bytes.length * 8, i, j;
    bytes.push(0x80);
    while (bytes.length % 64 !== 56) bytes.push(0);
    bytes.push(0, 0, 0, 0, bits >>> 24 & 255, bits >>> 16 & 255, bits >>> 8 & 255, bits & 255);
    function turn(x, n) { return x >>> n | x << (32 - n); }
    for (j = 0; j < bytes.length; j += 64) {
      var s = h.slice();
      for (i = 0; i < 64; i++) {
        if (i < 16) {
          var at = j + 4 * i;
          w[i] = bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3];
        } else {
          var a = w[i - 15], b = w[i - 2];
          w[i] = (w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ a >>> 3) + w[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ b >>> 10)) | 0;
        }
        var e = s[4];
        var one = (s[7] + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & s[5] ^ ~e & s[6]) + k[i] + w[i]) | 0;
        var two = ((turn(s[0], 2) ^ turn(s[0], 13) ^ turn(s[0], 22)) + (s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2])) | 0;
        s = [(one + two) | 0, s[0], s[1], s[2], (s[3] + one) | 0, s[4], s[5], s[6]];
      }
      for (i = 0; i < 8; i++) h[i] = (h[i] + s[i]) | 0;
    }
    var hex = '';
    for (i = 0; i < 8; i++) for (j = 28; j >= 0; j -= 4) hex += (h[i] >>> j & 15).toString(16);
    return hex;
  }

  if (doc._deleted) {
    if (!isAdmin()) refuse('events are not deleted');
    return;
  }
  for (var field in doc) {
    if (field.charAt(0) !== '_' && field !== 'board' && field !== 'by' && field !== 'e') refuse('unknown field ' + field);
  }
  if (doc._attachments) refuse('no attachments');
  if (typeof doc.board !== 'string' || typeof doc.by !== 'string' || typeof doc.e !== 'string') refuse('not an event');
  if (doc.board.indexOf('\n') >= 0 || doc.by.indexOf('\n') >= 0) refuse('a line feed in the board or the author');
  if (bytesOf(doc.e).length > 8192) refuse('larger than 8 KiB');

  var start = 'b:' + doc.board + ':';
  var id = doc._id.substr(start.length);
  if (doc._id.substr(0, start.length) !== start || !/^[0-9a-f]{48}$/.test(id)) refuse('not the id of an event');
  var stamp = id.substr(0, 24);
  if (sha256(bytesOf([stamp, doc.board, doc.by, doc.e].join('\n'))).substr(0, 24) !== id.substr(24)) {
    refuse('the hash does not fit the content');
  }
  if (parseInt(stamp.substr(0, 12), 16) > Date.now() + 5 * 60 * 1000) refuse('clock: made in the future');

  if (isAdmin() || has(user.roles, 'sync')) return;
  if (!user.name) throw { unauthorized: 'sign in first' };
  if (doc.by !== user.name) refuse('made by ' + doc.by + ', sent by ' + user.name);
}
