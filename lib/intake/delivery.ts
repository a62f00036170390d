/** One delivery as it reached us, nothing decoded. `url` is the public address the sender used (configured base URL + path + query), `header` is case-insensitive. */
export type Delivery = {
  readonly method: string;
  readonly url: string;
  readonly header: (name: string) => string | null;
  readonly body: Uint8Array;
  readonly receivedAt: Date;
};

/** What the signature check found. */
export type SignatureCheck = "valid" | "missing" | "wrong" | "too_old";
