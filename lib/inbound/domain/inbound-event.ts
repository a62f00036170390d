/** One request of a phone system, voice agent or buyer as it arrived; nothing is decoded. */
export type InboundEvent = {
  readonly method: string;
  /** The public address that the sender used: configured base URL, path and query. */
  readonly url: string;
  readonly headers: Pick<Headers, "get">;
  readonly body: Uint8Array;
  readonly receivedAt: Date;
};

/** What the check of a signature found. */
export type SignatureCheck = "valid" | "missing" | "wrong" | "too_old";
