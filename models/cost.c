/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/cost.h"

#define COST(member) LANDS(struct costs, member)
static const struct field costs_fields[] = {
    {"set-up", FIELD_QUANTITY, MONEY, COST(set_up), 0, 1e6, "0 CNY", "to set up and clear one station, a day"},
    {"wage", FIELD_QUANTITY, WAGE, COST(wage_per_s), 0, 10, "26.4 CNY/h", "of one member of staff (default: least hourly wage, Beijing 2024)"},
    {"electricity", FIELD_QUANTITY, ENERGY_PRICE, COST(electricity_per_j), 0, 1e-3, "0.56 CNY/kWh", "price of energy"},
    {"cup", FIELD_QUANTITY, MONEY, COST(cup), 0, 1e3, "0.3 CNY", "one paper cup"},
    {"lid", FIELD_QUANTITY, MONEY, COST(lid), 0, 1e3, "0 CNY", "its lid"},
    {"waste", FIELD_QUANTITY, MONEY, COST(waste), 0, 1e3, "0 CNY", "to get rid of one portion poured away"},
    {"goodwill", FIELD_QUANTITY, MONEY, COST(goodwill), 0, 1e4, "0 CNY", "what it is worth that a resident who wanted a drink gets one"},
};
const struct table costs_table = TABLE("costs", "what things cost", struct costs, costs_fields);

#define WEIGHT(member) LANDS(struct satisfaction, member)
static const struct field satisfaction_fields[] = {
    {"served", FIELD_QUANTITY, NUMBER, WEIGHT(served), 0, 1e3, "40", "weight of getting a drink at all"},
    {"wait", FIELD_QUANTITY, NUMBER, WEIGHT(wait), 0, 1e3, "30", "weight of a short wait: 1 without waiting, 0 at the limit"},
    {"temperature", FIELD_QUANTITY, NUMBER, WEIGHT(temperature), 0, 1e3, "20", "weight of a cup within the serving band"},
    {"choice", FIELD_QUANTITY, NUMBER, WEIGHT(choice), 0, 1e3, "10", "weight of getting the drink first asked for"},
    {"greeting", FIELD_QUANTITY, NUMBER, WEIGHT(greeting), 0, 1e3, "0", "weight of time with staff: 0 without any, 1 from greeting-enough on"},
    {"greeting-enough", FIELD_QUANTITY, DURATION, WEIGHT(enough_s), 1, 3600, "20 s", "so many seconds of contact are as good as more"},
    {"wait-limit", FIELD_QUANTITY, DURATION, WEIGHT(wait_limit_s), 1, 86400, "10 min", "a wait so long counts as nothing"},
};
const struct table satisfaction_table = TABLE("satisfaction", "weights of the planning score", struct satisfaction, satisfaction_fields);
