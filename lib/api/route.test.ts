import { expect, test } from "vitest";
import { z } from "zod";
import { file } from "./file-output";
import { KEY_OR_SESSION, PROVIDER } from "./policies";
import { route } from "./route";

const Said = z.object({ status: z.literal(200), word: z.string() });

// The comments are the test: the compiler fails where the line below one is right, and where a mistake shows elsewhere.
test("a mistake in a declaration is named where it stands, and nowhere else", () => {
  const { declaration } = route({
    name: "getWord",
    policy: KEY_OR_SESSION,
    path: "/word",
    output: Said,
    // @ts-expect-error A status that no verb answers.
    statuses: [204],
    docs: {
      // @ts-expect-error A section that the reference does not have.
      section: "Words",
      title: "Read a word",
      // @ts-expect-error No paragraph at all.
      about: [],
      example: { answer: { status: 200, word: "callmark" } },
    },
    handle: async ({ ctx }) => ({ status: 200 as const, word: ctx.company.currency }),
  });
  expect(declaration.name).toBe("getWord");

  route({
    name: "getWord",
    // @ts-expect-error What others post in their own words has a `deliveryRoute`.
    policy: PROVIDER,
    path: "/word",
    output: Said,
    statuses: [200],
    docs: { section: "Calls", title: "Read a word", about: ["A word."], example: {} },
    handle: async ({ ctx }) => ({ status: 200 as const, word: ctx.company.currency }),
  });

  route({
    name: "saveWord",
    policy: KEY_OR_SESSION,
    path: "/word.csv",
    // @ts-expect-error A field that no declaration has.
    inputs: Said,
    output: file("text/csv"),
    statuses: [200],
    docs: { section: "Calls", title: "Save a word", about: ["A word."], example: {} },
    handle: async () => ({ body: "callmark" }),
  });
});
