export type HomeView = {
  readonly month?: string | undefined;
  readonly day?: string | undefined;
  readonly q?: string | undefined;
  readonly order?: string | undefined;
};

const NAMES = ["month", "day", "q", "order"] as const;

export function readHomeView(parameters: Readonly<Record<string, string | string[] | undefined>>): HomeView {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = [parameters[name]].flat()[0]?.trim();
      return value ? [[name, value] as const] : [];
    }),
  );
}

export function homeAddress(view: HomeView): string {
  const named = NAMES.flatMap((name) => (view[name] ? [[name, view[name]]] : []));
  return named.length === 0 ? "/billing" : `/billing?${new URLSearchParams(named)}`;
}
