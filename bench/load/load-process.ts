import { answerOrders } from "../companion/answer-orders";
import { generateLoad } from "./generate-load";

answerOrders(generateLoad);
