import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

export type ReceivedPost = {
  readonly headers: Readonly<Record<string, string>>;
  readonly id: string;
  readonly text: string;
  readonly event: { readonly type: string; readonly timestamp: string; readonly data: Record<string, unknown> };
};

/** A receiver of webhooks; an answer of null is none. */
export class WebhookReceiver {
  readonly received: ReceivedPost[] = [];
  answer: (
    post: ReceivedPost,
  ) => { readonly status: number; readonly body?: string; readonly location?: string } | null = () => ({ status: 200 });
  /** How many connections were made to it. */
  connections = 0;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      void postOf(request).then((post) => {
        this.received.push(post);
        const answer = this.answer(post);
        if (answer === null) return;
        response.writeHead(answer.status, answer.location === undefined ? {} : { location: answer.location });
        response.end(answer.body ?? "OK");
      });
    });
    this.server.on("connection", () => {
      this.connections += 1;
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  get types(): string[] {
    return this.received.map(({ event }) => event.type);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

async function postOf(request: IncomingMessage): Promise<ReceivedPost> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return { headers, id: headers["webhook-id"] ?? "", text, event: JSON.parse(text) };
}

/** Whether the library of Standard Webhooks accepts the post. It reads the system clock. */
export function isSigned(post: ReceivedPost, secret: string): boolean {
  try {
    new Webhook(secret).verify(post.text, { ...post.headers });
    return true;
  } catch {
    return false;
  }
}
