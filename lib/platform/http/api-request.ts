/** What routes read of a request. Next.js passes a `Request`; on Node's own server `IncomingRequest` is cheaper. */
export type ApiRequest = Pick<Request, "method" | "url" | "headers" | "signal"> & {
  readonly body: AsyncIterable<Uint8Array> | null;
};
