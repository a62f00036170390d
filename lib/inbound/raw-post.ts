/** What a post says, before it is parsed. */
export type InboundPost = {
  /** Percent-encoded, without the question mark. */
  readonly query: string;
  readonly contentType: string | null;
  readonly body: Uint8Array;
};

/** A request as it arrived. */
export type RawPost = InboundPost & { readonly method: string; readonly headers: Headers };
