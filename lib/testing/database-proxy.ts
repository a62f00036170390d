import { once } from "node:events";
import net from "node:net";

/**
 * Where a connection breaks: before COMMIT arrives; after COMMIT, without waiting; after the answer, which is lost; or
 * after the answer has arrived.
 */
export type Cut = "before_commit" | "behind_commit" | "answer_lost" | "after_answer";

/**
 * PostgreSQL's protocol: a message is a letter, four bytes of length, and, for a simple query, zero-terminated text.
 */
const isCommit = (sent: Buffer) => sent.at(0) === 0x51 && sent.toString("latin1", 5, 11).toLowerCase() === "commit";

/** A proxy between a pool and its database, without TLS, that breaks connections at their COMMIT. */
export class DatabaseProxy {
  private readonly cuts: Cut[] = [];
  private readonly broken: Promise<unknown>[] = [];
  private readonly connections = new Set<net.Socket>();
  private goesDown = false;

  private constructor(
    private readonly database: URL,
    private readonly listener: net.Server,
  ) {}

  static async start(databaseUrl: string): Promise<DatabaseProxy> {
    const listener = net.createServer();
    const proxy = new DatabaseProxy(new URL(databaseUrl), listener);
    listener.on("connection", (client) => proxy.relay(client));
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  /** The database URL through the proxy. */
  get url(): string {
    const url = new URL(this.database);
    url.hostname = "127.0.0.1";
    url.port = String((this.listener.address() as net.AddressInfo).port);
    return url.toString();
  }

  /** Breaks the connections of the next COMMITs, one after the other. */
  cutNext(...cuts: Cut[]): void {
    this.cuts.push(...cuts);
  }

  /** Resolves when every cut has happened and its connection was released. */
  async cutsAreOver(): Promise<void> {
    if (this.cuts.length > 0) throw new Error(`${this.cuts.length} cuts found no COMMIT`);
    await Promise.all(this.broken.splice(0));
  }

  /** Breaks all open connections. New ones work. */
  breakAll(): void {
    for (const socket of this.connections) socket.destroy();
  }

  /** From the last cut on, no connection works until `comeBack` is called. */
  goDownWithCut(): void {
    this.goesDown = true;
  }

  comeBack(): void {
    this.goesDown = false;
  }

  private get isDown(): boolean {
    return this.goesDown && this.cuts.length === 0;
  }

  async end(): Promise<void> {
    this.breakAll();
    await new Promise((resolve) => this.listener.close(resolve));
  }

  private relay(client: net.Socket): void {
    const server = net.connect(Number(this.database.port || 5432), this.database.hostname);
    let cut: Cut | undefined;
    const both = [client, server];
    const breakOff = () => {
      for (const socket of both) socket.destroy();
    };
    for (const socket of both) {
      this.connections.add(socket);
      socket.on("error", breakOff).on("close", () => this.connections.delete(socket));
    }
    client.on("data", (sent) => {
      const { isDown } = this;
      if (isCommit(sent)) cut = this.cuts.shift();
      if (cut) this.broken.push(once(client, "close"));
      if (cut === "before_commit" || (cut === undefined && isDown)) breakOff();
      else if (cut === "behind_commit") server.end(sent, () => client.destroy());
      else server.write(sent);
    });
    server.on("data", (answer) => {
      if (cut === "answer_lost") breakOff();
      else if (cut === "after_answer") client.end(answer, () => server.destroy());
      else if (cut === undefined) client.write(answer);
    });
    client.on("end", () => server.end());
    server.on("end", () => client.end());
  }
}
