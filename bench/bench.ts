/** A line of the table: what was measured, what came out, what was promised. */
export type Line = { readonly what: string; readonly measured: string; readonly target: string; readonly met: boolean };

export type BenchServer = { readonly pid: number; readonly port: number; readonly url: string };

export type Run = {
  /** Aborted when somebody wants the run to stop. */
  readonly signal: AbortSignal;
  /** What has to be undone when the run ends, however it ends. */
  readonly atEnd: (undo: () => unknown) => void;
};

export type Setting = Run & {
  /** Fewer rounds on less data: to see that everything runs, not to quote. */
  readonly quick: boolean;
  /** The built application, started when it is first asked for. */
  readonly server: () => Promise<BenchServer>;
  /** The same build as Next.js serves it by itself, beside the other. */
  readonly nextServer: () => Promise<BenchServer>;
};

export type Bench = (setting: Setting) => Promise<Line[]>;
