import clsx from "clsx";
import { WIDE } from "@/components/ui/fold";
import { SelectInput } from "@/components/ui/select-input";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { type Access, AREAS, type Area, type Level, may } from "@/lib/access/domain/access";
import { AREA_TEXTS } from "@/lib/access/domain/area-texts";
import { accessOf, type Role } from "@/lib/access/domain/roles";

export type Exceptions = Readonly<Partial<Record<Area, Level>>>;
type PermissionMatrixProps = {
  role: Role;
  exceptions: Exceptions;
  /** Of whoever edits: nobody gives more than they have. */
  own: Access;
  disabled: boolean;
  /** What the permissions are of. */
  subject?: "member" | "key";
  onChange: (exceptions: Exceptions) => void;
};

const LEVELS: Readonly<Record<Level, string>> = { none: "nothing", read: "see", update: "change" };

export function PermissionMatrix({
  role,
  exceptions,
  own,
  disabled,
  subject = "member",
  onChange,
}: PermissionMatrixProps) {
  const ofRole = accessOf(role, {});
  // Where there is no room for it, the choices say it: on phones, and in the dialog of a key.
  const byRole = subject === "member" ? WIDE : "hidden";
  return (
    <Table caption="Permissions">
      <thead>
        <tr>
          <HeaderCell>About</HeaderCell>
          <HeaderCell className={byRole}>By role</HeaderCell>
          <HeaderCell>This {subject}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {AREAS.map((area) => {
          const { label, about } = AREA_TEXTS[area];
          return (
            <Row key={area}>
              <Cell className={clsx(subject === "member" && "sm:min-w-64")}>
                <span className="font-medium">{label}</span>
                <span className="block text-12 text-ink-muted">{about}</span>
              </Cell>
              <Cell className={clsx("text-ink-muted", byRole)}>{LEVELS[ofRole[area]]}</Cell>
              <Cell className="w-48">
                <SelectInput
                  aria-label={`${label}: this ${subject}`}
                  value={exceptions[area] ?? "role"}
                  disabled={disabled}
                  choices={[
                    { value: "role", label: `as the role: ${LEVELS[ofRole[area]]}` },
                    ...choicesFor(area, own, exceptions[area]),
                  ]}
                  onChange={(value) => {
                    const { [area]: _, ...others } = exceptions;
                    onChange(value === "role" ? others : { ...others, [area]: value as Level });
                  }}
                />
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}

function choicesFor(area: Area, own: Access, current: Level | undefined) {
  const allowed = (["none", "read", "update"] as const).filter(
    (level) => level === "none" || level === current || may(own, level, area),
  );
  return allowed.map((level) => ({ value: level, label: LEVELS[level] }));
}
