/** What the routes read of a request. Next.js hands them a `Request`; Node's own server something that costs less. */
export type ApiRequest = Pick<Request, "method" | "url" | "headers" | "signal"> & {
  readonly body: AsyncIterable<Uint8Array> | null;
};
