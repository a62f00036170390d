"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { type Access, may } from "@/lib/access/domain/access";
import type { NamedParty } from "@/lib/party/contract";
import { type Owner, settingsQuery } from "@/lib/settings/client";
import { AMOUNT_AREA } from "@/lib/settings/domain/may-see-amounts";
import { PricesPart } from "./prices-part";
import { SettingsContext } from "./settings-context";
import { SettingsEditor } from "./settings-editor";
import { SettingsFacts } from "./settings-facts";

type SettingsScreenProps = {
  /** Prices are saved with the settings, as one version, and have a page of their own. */
  part: "conversion" | "prices";
  owner: Owner;
  access: Access;
  timeZone: string;
  /** Parties with their own price. */
  pricedBy: readonly NamedParty[];
};

/** Read on the server and not refetched, so that edits are never overwritten. */
export function SettingsScreen({ part, owner, access, timeZone, pricedBy }: SettingsScreenProps) {
  const { data: answer } = useSuspenseQuery({ ...settingsQuery(owner), staleTime: Number.POSITIVE_INFINITY });
  const [names, setNames] = useState(() => new Map(pricedBy.map(({ id, name }) => [id, name])));
  const amounts = access[AMOUNT_AREA[owner.kind]];
  const context = useMemo(
    () => ({
      owner,
      timeZone,
      currency: answer.currency,
      amounts,
      names,
      rememberName: (id: number, name: string) => setNames((current) => new Map(current).set(id, name)),
    }),
    [owner, timeZone, answer.currency, amounts, names],
  );
  const mayUpdate = may(access, "update", "settings");
  return (
    <SettingsContext value={context}>
      {part === "prices" ? (
        <PricesPart owner={owner} answer={answer} mayUpdate={mayUpdate && amounts === "update"} />
      ) : mayUpdate ? (
        <SettingsEditor owner={owner} answer={answer} />
      ) : (
        <SettingsFacts answer={answer} />
      )}
    </SettingsContext>
  );
}
