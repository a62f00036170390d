import { EXAMPLE_HOST } from "@/lib/api/domain/example-host";

/** An example with the reader's own host in the place of the one that stands for it. */
export type OnHost = (sample: string) => string;

export function onHost(host: string): OnHost {
  return (sample) => sample.replaceAll(EXAMPLE_HOST, host);
}
