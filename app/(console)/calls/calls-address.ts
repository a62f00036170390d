export type CallsAddress = { readonly search: string; readonly cursor?: string | undefined };

export function callsAddress({ search, cursor }: CallsAddress): string {
  const parameters = new URLSearchParams({ ...(search && { q: search }), ...(cursor !== undefined && { cursor }) });
  return parameters.size === 0 ? "/calls" : `/calls?${parameters}`;
}
