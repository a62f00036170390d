import { describe, expect, test } from "vitest";
import { AREAS, type Area, type Level, may, permission } from "./access";
import { accessOf, isRole, ROLES, SECURE_TOKEN_ACCESS, SYSTEM_ACCESS } from "./roles";

test("update includes read, read does not include update, none allows nothing", () => {
  const asked = (level: Level) => {
    const access = { ...SYSTEM_ACCESS, billing: level };
    return [may(access, "read", "billing"), may(access, "update", "billing")];
  };
  expect([asked("none"), asked("read"), asked("update")]).toEqual([
    [false, false],
    [true, false],
    [true, true],
  ]);
  expect(permission("call.revenue", "update")).toBe("call.revenue: update");
});

/** Levels n, r, u in the order of AREAS. */
const LEVELS: Record<string, Level> = { n: "none", r: "read", u: "update" };

describe("the permissions of each role, by area", () => {
  test.each([
    //          calls details tokens buyer offer revenue payout billing rollups adjustments settings keys members
    ["owner", "u u u u u u u u u u u u u"],
    ["admin", "u u u u u u u u u u u u u"],
    ["manager", "u r u u u u u r u n r n n"],
    ["operator", "u r u u u n n n n n n n n"],
    ["billing", "r r n r r r r u u u n n n"],
    ["viewer", "r r n r r n n n n n n n n"],
  ])("%s", (role, levels) => {
    expect(isRole(role)).toBe(true);
    expect(accessOf(role, {})).toEqual(table(levels));
  });

  test("the table covers every role", () => {
    expect(Object.keys(ROLES)).toHaveLength(6);
  });

  test("a secure token may update conversions and read only what it may update", () => {
    expect(SECURE_TOKEN_ACCESS).toEqual(table("n n u u u u n n n n n n n"));
  });
});

function table(levels: string): Record<Area, Level> {
  const columns = levels.split(" ");
  return Object.fromEntries(AREAS.map((area, position) => [area, LEVELS[columns[position] ?? ""]])) as never;
}

describe("overrides of a role", () => {
  test("grant and remove permissions in their own area only", () => {
    const access = accessOf("operator", { "call.revenue": "read", "call.tokens": "none" });
    expect(access).toEqual({ ...ROLES.operator, "call.revenue": "read", "call.tokens": "none" });
  });

  test("unknown values grant nothing", () => {
    const nonsense = { revenue: "update", "call.revenue": "all", billing: true, rollups: null, toString: "update" };
    expect(accessOf("viewer", nonsense)).toEqual(ROLES.viewer);
  });

  test.each(["", "Owner", "root", "constructor", "__proto__", "toString"])(
    "%j is not a role and has no permission",
    (role) => {
      expect(isRole(role)).toBe(false);
      expect(new Set(Object.values(accessOf(role, {})))).toEqual(new Set(["none"]));
    },
  );
});
