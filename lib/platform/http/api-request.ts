/** What routes read of a request. Next.js passes a `Request`, Node's own server something cheaper. */
export type ApiRequest = Pick<Request, "method" | "url" | "headers" | "signal"> & {
  readonly body: AsyncIterable<Uint8Array> | null;
};
