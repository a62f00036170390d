/** One request of a phone system, voice agent or buyer, as it arrived. */
export type InboundEvent = {
  readonly method: string;
  /** The public URL that the sender used: configured base URL, path and query. */
  readonly url: string;
  readonly headers: Pick<Headers, "get">;
  readonly body: Uint8Array;
  readonly receivedAt: Date;
};

/** The result of a signature check. */
export type SignatureCheck = "valid" | "missing" | "wrong" | "too_old";
