/** A call by its id or its uuid. */
export type CallRef = { readonly id: number } | { readonly uuid: string };
