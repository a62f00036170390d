export type Reply<Result> = { readonly result: Result } | { readonly failed: string };
