import { OwnerNotFound } from "@/components/party/owner-not-found";

export default function OfferNotFound() {
  return <OwnerNotFound kind="offer" />;
}
