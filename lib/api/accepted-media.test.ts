import { expect, test } from "vitest";
import { acceptedMedia } from "./accepted-media";

const OFFERED = ["text/csv", "application/x-ndjson"] as const;

test.each([
  [null, null],
  ["", null],
  ["*/*", null],
  ["text/html,application/xhtml+xml,*/*;q=0.8", null],
  ["text/csv", "text/csv"],
  ["Text/CSV; charset=utf-8", "text/csv"],
  ["application/x-ndjson, text/csv", "application/x-ndjson"],
  ["application/x-ndjson;q=0.2, text/csv;q=0.9", "text/csv"],
  ["application/json, text/csv", null],
  ["application/json;q=0.5, text/csv", "text/csv"],
  ["text/csv;q=0, */*", null],
  ["text/csv;q=nonsense", null],
])("Accept: %s", (accept, media) => {
  expect(acceptedMedia(accept, OFFERED)).toBe(media);
});
