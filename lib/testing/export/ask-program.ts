import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

export type Asked = { readonly code: number; readonly output: string };

/** The output of an installed program, or null if it is not installed. */
export async function askProgram(program: string, ...words: readonly string[]): Promise<Asked | null> {
  try {
    const { stdout, stderr } = await run(program, [...words]);
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout = "", stderr = "" } = error as { code?: number | string; stdout?: string; stderr?: string };
    if (code === "ENOENT") return null;
    return { code: typeof code === "number" ? code : 1, output: stdout + stderr };
  }
}
