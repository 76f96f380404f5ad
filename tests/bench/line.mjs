// A slow line under HTTP/2, as a CDN and GitHub speak it: one connection to each origin, on which what the
// browser calls urgent comes first.
//
// The browser's own emulation knows requests alone, all of which get an equal share. Here it is the bytes of
// each connection that are slowed down, below TLS. Node's server sends whatever it has, so what it gets is
// put into order here, by the header of RFC 9218 with which each request comes. A browser that thinks better of
// it later is not heard; a connection has its full speed from the start; and names are not looked up.
import { execFileSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { createSecureServer } from "node:http2";
import { createServer } from "node:net";
import { Duplex } from "node:stream";

/** So much of an answer is sent before one that is more urgent may come between. In bytes. */
const PART = 4096;

/** So much of a connection is sent before it is another's turn. About a packet, in bytes. */
const PIECE = 1400;

/** A line that is in use goes on without a pause, though timers come so much late. In milliseconds. */
const LATE = 4;

/** One direction of the line. Connections take turns on it. */
class Direction {
  #bytesPerMs;
  #latency;
  #waiting = [];
  #underWay = [];
  #free = 0;
  #timer;

  constructor(kbits, latency) {
    this.#bytesPerMs = kbits / 8;
    this.#latency = latency;
  }

  /** Takes `bytes` to `deliver`, piece by piece, and calls `sent` when the last of them has left. Until then its
   * connection must not send more: the others' pieces come between. */
  send(bytes, deliver, sent) {
    this.#waiting.push({ bytes, deliver, sent });
    this.#go();
  }

  #go = () => {
    clearTimeout(this.#timer);
    const now = performance.now();
    while (this.#waiting.length > 0 && this.#free <= now) {
      const { bytes, deliver, sent } = this.#waiting.shift();
      const piece = bytes.subarray(0, PIECE);
      const since = now - this.#free < LATE ? this.#free : now;
      this.#free = since + piece.length / this.#bytesPerMs;
      this.#underWay.push({ at: this.#free + this.#latency, deliver, piece });
      if (piece.length < bytes.length) this.#waiting.push({ bytes: bytes.subarray(PIECE), deliver, sent });
      else setTimeout(sent, this.#free - now);
    }
    while (this.#underWay[0]?.at <= now) {
      const { deliver, piece } = this.#underWay.shift();
      deliver(piece);
    }
    const next = Math.min(this.#waiting.length > 0 ? this.#free : Infinity, this.#underWay[0]?.at ?? Infinity);
    if (next < Infinity) this.#timer = setTimeout(this.#go, next - now);
  };
}

/** The server's end of a connection over the line. `socket` is the browser's. */
class Connection extends Duplex {
  #socket;
  #down;

  constructor(socket, { up, down, latencyMs }) {
    super();
    this.#socket = socket;
    this.#down = down;
    socket.setNoDelay();
    socket.on("error", () => this.destroy());
    socket.on("close", () => this.destroy());
    const deliver = (bytes) => this.destroyed || this.push(bytes);
    // Before the first bytes a packet goes there and back.
    const hear = () =>
      socket.on("data", (bytes) => {
        socket.pause();
        up.send(bytes, deliver, () => socket.resume());
      });
    setTimeout(hear, latencyMs);
  }

  _read() {}

  /** As much as has left the line, so that the server decides late what comes next. */
  _write(bytes, _, done) {
    this.#down.send(bytes, (piece) => this.#socket.writable && this.#socket.write(piece), done);
  }

  _destroy(error, done) {
    this.#socket.destroy();
    done(error);
  }
}

/** The answers of one connection. The most urgent one goes first; those that may share it take turns. */
class Answers {
  #waiting = [];
  #isSending = false;

  add({ headers }, response, body) {
    const [, urgency = 3] = headers.priority?.match(/\bu=(\d)/) ?? [];
    const shares = /\bi\b(?!=)/.test(headers.priority);
    this.#waiting.push({ response, body, urgency: Number(urgency), shares });
    this.#next();
  }

  #next() {
    if (this.#isSending || this.#waiting.length === 0) return;
    const most = Math.min(...this.#waiting.map(({ urgency }) => urgency));
    const at = this.#waiting.findIndex(({ urgency }) => urgency === most);
    const [answer] = this.#waiting.splice(at, 1);
    const { response, body, shares } = answer;
    const part = body.subarray(0, PART);
    const sent = () => {
      this.#isSending = false;
      this.#next();
    };
    this.#isSending = true;
    if (part.length === body.length) {
      // One that the browser has given up ends, too.
      response.stream.once("close", sent);
      return response.end(part);
    }
    response.write(part, sent);
    this.#waiting.splice(shares ? this.#waiting.length : at, 0, { ...answer, body: body.subarray(PART) });
  }
}

/** A key and a certificate for this run, as PEM. */
function identity() {
  const how = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=127.0.0.1"];
  const where = ["-keyout", "-", "-out", "-"];
  return execFileSync("openssl", ["req", ...how, ...where], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/**
 * Servers that speak HTTP/2, at full speed until `slow(true)`, which ends the connections that are open; and
 * `key`, the hash by which a browser is told to take their certificate. From a server that it does not trust it
 * keeps nothing.
 */
export async function startLine({ downKbits, upKbits, latencyMs }) {
  const pem = identity();
  const ends = { down: new Direction(downKbits, latencyMs / 2), up: new Direction(upKbits, latencyMs / 2), latencyMs };
  const sockets = new Set();
  const line = { isSlow: false };

  line.slow = (isSlow) => {
    line.isSlow = isSlow;
    sockets.forEach((socket) => socket.destroy());
  };
  line.listen = async (answer) => {
    const answers = new WeakMap();
    const secure = createSecureServer({ cert: pem, key: pem }, (request, response) => {
      const { session } = request.stream;
      if (!answers.has(session)) answers.set(session, new Answers());
      const end = (body = Buffer.alloc(0)) => answers.get(session).add(request, response, body);
      const writeHead = (status, headers) => {
        response.writeHead(status, headers);
        return { end };
      };
      answer(request, { writeHead });
    });
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      secure.emit("connection", line.isSlow ? new Connection(socket, ends) : socket);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { origin: `https://127.0.0.1:${server.address().port}`, close: () => server.close() };
  };
  const spki = new X509Certificate(pem).publicKey.export({ type: "spki", format: "der" });
  return Object.assign(line, { key: createHash("sha256").update(spki).digest("base64") });
}
