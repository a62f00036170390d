import type { Network } from "../found-network";
import type { PlannedCall } from "./planned-call";
import { planSample } from "./sample";
import { factSamples } from "./samples/by-facts";
import { plainSamples } from "./samples/plain";
import { sampleParts } from "./samples/sample-parts";
import { statedSamples } from "./samples/stated";
import { waitingSamples } from "./samples/waiting";

/** The sample calls of the demo, one for every state. The first has no changes, for visitors to try. */
export function planShowcase(network: Network, now: Date): PlannedCall[] {
  const parts = sampleParts(network);
  const samples = [...plainSamples(parts), ...factSamples(parts), ...statedSamples(parts), ...waitingSamples(parts)];
  return samples.map((sample, position) => planSample(network, now, position, sample));
}
