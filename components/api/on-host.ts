import { EXAMPLE_HOST } from "@/lib/api/domain/example-host";

/** Replaces the sample host in an example with the reader's own. */
export type OnHost = (sample: string) => string;

export function onHost(host: string): OnHost {
  return (sample) => sample.replaceAll(EXAMPLE_HOST, host);
}
