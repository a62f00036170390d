import type { Line } from "../bench";
import { median } from "../measure/median";
import { ratio, ratioText } from "../measure/ratio";
import type { UnderLoad } from "./target";

type Measured = Readonly<Record<"empty16" | "put16" | "empty64" | "put64", readonly UnderLoad[]>>;

const SERVER_CPU_AT_MOST_MS = 0.5;

export function securePutLines({ empty16, put16, empty64, put64 }: Measured): Line[] {
  return [
    speed(16, put16, empty16, 0.9),
    speed(64, put64, empty64, 1.5),
    { ...cpu(16, put16, empty16), target: "", met: true },
    cpu(64, put64, empty64),
  ];
}

function speed(connections: number, put: readonly UnderLoad[], empty: readonly UnderLoad[], atLeast: number): Line {
  const [own, bare] = [put, empty].map((windows) => windows.map(({ perSecond }) => perSecond)) as [number[], number[]];
  const share = ratio(own, bare);
  return {
    what: `Secure PUT, ${connections} connections`,
    measured: `${ratioText(share)} × an empty PUT (${median(own).toFixed()} and ${median(bare).toFixed()} a second)`,
    target: `≥ ${atLeast} ×`,
    met: share.median >= atLeast,
  };
}

function cpu(connections: number, put: readonly UnderLoad[], empty: readonly UnderLoad[]): Line {
  const own = median(put.map(({ serverCpuMs }) => serverCpuMs ?? Number.NaN));
  const bare = median(empty.map(({ serverCpuMs }) => serverCpuMs ?? Number.NaN));
  const database = median(put.map(({ databaseCpuMs }) => databaseCpuMs ?? Number.NaN));
  return {
    what: `Server CPU of it, ${connections} connections`,
    measured: `${own.toFixed(2)} ms (the empty PUT ${bare.toFixed(2)} ms; PostgreSQL besides ${database.toFixed(2)} ms)`,
    target: `≤ ${SERVER_CPU_AT_MOST_MS} ms`,
    met: own <= SERVER_CPU_AT_MOST_MS,
  };
}
