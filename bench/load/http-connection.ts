import { connect, type Socket } from "node:net";
import type { LoadOrder } from "./load-order";

const HEAD_END = "\r\n\r\n";
const LAST_CHUNK = "0\r\n\r\n";

/**
 * One keep-alive connection with at most one open request. Parses only enough HTTP to find the end of an answer,
 * because the load generator shares the machine with the server.
 */
export class HttpConnection {
  private readonly socket: Socket;
  private received = "";
  private answer: ((status: number) => void) | undefined;
  private fail: ((reason: Error) => void) | undefined;

  constructor(private readonly port: number) {
    this.socket = connect({ port, host: "127.0.0.1", noDelay: true });
    this.socket.setEncoding("latin1");
    this.socket.on("data", (text: string) => this.take(text));
    this.socket.on("error", (reason) => this.fail?.(reason));
    this.socket.on("close", () => this.fail?.(new Error("The server closed the connection.")));
  }

  /** Returns the status of the answer. Sends as few headers as curl. */
  send({ method, headers = {} }: Pick<LoadOrder, "method" | "headers">, path: string, body?: string): Promise<number> {
    const length = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
    const all = { Host: `127.0.0.1:${this.port}`, Accept: "*/*", ...headers, ...length };
    const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    return new Promise((resolve, reject) => {
      this.answer = resolve;
      this.fail = reject;
      this.socket.write(`${method} ${path} HTTP/1.1\r\n${head.join("")}\r\n${body ?? ""}`);
    });
  }

  close(): void {
    this.fail = undefined;
    this.socket.destroy();
  }

  private take(text: string): void {
    this.received += text;
    const headEnd = this.received.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.received.slice(0, headEnd);
    if (!isComplete(head, this.received.length - headEnd - HEAD_END.length, this.received)) return;
    this.received = "";
    this.answer?.(Number(head.slice(9, 12)));
  }
}

function isComplete(head: string, bodyLength: number, received: string): boolean {
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return bodyLength >= Number(length);
  return /\r\ntransfer-encoding: *chunked/i.test(head) ? received.endsWith(LAST_CHUNK) : true;
}
