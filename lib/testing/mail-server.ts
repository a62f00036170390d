import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type ReceivedMail = { readonly to: readonly string[]; readonly head: string; readonly raw: string };

/** A real SMTP server, which refuses receivers on request. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  refuses: "no" | "for_now" | "for_good" = "no";
  /** How often a sender named a receiver. */
  attempts = 0;
  private port = 0;
  private server: SMTPServer | null = null;

  private readonly options: SMTPServerOptions = {
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo: (_address, _session, done) => {
      this.attempts += 1;
      if (this.refuses === "no") return done();
      const isFinal = this.refuses === "for_good";
      done(Object.assign(new Error(isFinal ? "No such mailbox" : "Try later"), { responseCode: isFinal ? 550 : 451 }));
    },
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        const raw = Buffer.concat(pieces).toString("utf8");
        const to = session.envelope.rcptTo.map(({ address }) => address);
        this.received.push({ to, head: raw.slice(0, raw.indexOf("\r\n\r\n")), raw });
        done();
      });
    },
  };

  /** Begins to listen; after a stop, on the same port. */
  async start(): Promise<this> {
    const server = new SMTPServer(this.options);
    await new Promise<void>((resolve) => {
      server.listen(this.port, "127.0.0.1", resolve);
    });
    this.server = server;
    this.port = (server.server.address() as AddressInfo).port;
    return this;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  to(address: string): ReceivedMail[] {
    return this.received.filter(({ to }) => to.includes(address));
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      if (this.server) this.server.close(resolve);
      else resolve();
    });
  }
}

/** The words of a mail, without the encoding by which lines stay short. */
export function wordsOf({ raw }: ReceivedMail): string {
  return raw
    .replace(/=\r\n/g, "")
    .replace(/((?:=[0-9A-F]{2})+)/g, (run) => Buffer.from(run.replaceAll("=", ""), "hex").toString("utf8"));
}
