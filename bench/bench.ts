/** A line of the table: what was measured, the result, and the target. */
export type Line = { readonly what: string; readonly measured: string; readonly target: string; readonly met: boolean };

export type BenchServer = { readonly pid: number; readonly port: number; readonly url: string };

export type Run = {
  /** Aborted when the run should stop. */
  readonly signal: AbortSignal;
  /** Registers what to undo when the run ends, however it ends. */
  readonly atEnd: (undo: () => unknown) => void;
};

export type Setting = Run & {
  /** Fewer rounds on less data, to check that everything runs. */
  readonly quick: boolean;
  /** The built application, started on first use. */
  readonly server: () => Promise<BenchServer>;
  /** The same build served by Next.js alone. */
  readonly nextServer: () => Promise<BenchServer>;
};

export type Bench = (setting: Setting) => Promise<Line[]>;
