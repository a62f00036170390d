"use client";

import { useCreateTrafficSource } from "@/lib/party/client";
import { NewParty } from "./new-party";

export function NewTrafficSource() {
  const create = useCreateTrafficSource();
  return (
    <NewParty
      one="traffic source"
      example="Sunrise Media"
      create={create.mutateAsync}
      pathOf={(id) => `/billing/sources/${id}/terms`}
    />
  );
}
