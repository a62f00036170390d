/** One thing said in a call, `atSeconds` after it began. */
export type SpokenLine = { readonly speaker: string; readonly text: string; readonly atSeconds: number };

/** What one delivery says about one call. Absent = not told. Times are instants; durations whole seconds. */
export type CallReport = {
  /** The provider's id, the same in all its events of this call; prefixed "<provider>:". */
  readonly externalId: string;
  /** Our own uuid if it was carried along: custom metadata, SIP header or query parameter `call_uuid`. */
  readonly uuid?: string;
  /** The same delivery twice gives the same text; prefixed by kind. */
  readonly eventId: string;
  /** The provider's own sequence where it has one: milliseconds or a number. */
  readonly order?: number;
  readonly caller?: string;
  readonly startedAt?: Date;
  readonly answeredAt?: Date;
  readonly endedAt?: Date;
  readonly durationSeconds?: number;
  readonly connectedSeconds?: number;
  readonly recordingUrl?: string;
  /** Names are normalised to /^[a-z][a-z0-9_]*$/, values are text. */
  readonly tokens?: Readonly<Record<string, string>>;
  readonly transcript?: readonly SpokenLine[];
};

export type Reading =
  | { readonly kind: "calls"; readonly reports: readonly CallReport[] }
  | { readonly kind: "ignored"; readonly what: string }
  | { readonly kind: "malformed"; readonly problem: string };
