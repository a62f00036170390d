/** Parameters by name. Scalars are text or boolean; `tokens` is an object. */
export type Parameters = Record<string, unknown>;
