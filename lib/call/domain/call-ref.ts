/** A call by its number or its uuid. */
export type CallRef = { readonly id: number } | { readonly uuid: string };
