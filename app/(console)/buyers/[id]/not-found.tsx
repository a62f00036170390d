import { OwnerNotFound } from "@/components/party/owner-not-found";

export default function BuyerNotFound() {
  return <OwnerNotFound kind="buyer" />;
}
