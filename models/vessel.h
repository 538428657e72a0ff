/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_VESSEL_H
#define MODELS_VESSEL_H

#include <stdbool.h>

/* An urn or a carrier: water and shell at one temperature (well-mixed lump), never stepped:
 *
 *     C dT/dt = P on - UA (T - T_air),    C = V c + C_shell,    c = 4.186e6 J/(m3 K)
 *     T(t) = T_inf + (T_0 - T_inf) e^(-UA t / C),    T_inf = T_air + P on / UA
 *
 * The thermostat switches off on reaching setpoint + hysteresis and on at setpoint - hysteresis, at
 * closed-form times. In between it stays as it was; a vessel that starts there, or whose power
 * comes back, or that is filled after running empty, starts off. An empty vessel isn't heated
 * (dry-boil cut-out). Nothing boils: setpoint + hysteresis <= 100 °C, and water isn't added hotter
 * than that.
 *
 * A vessel is advanced lazily: bring it to the present with vessel_advance, then pour, add or
 * switch. At any time, within rounding (1e-9 of the greatest term),
 *
 *     heat_in_j + added_j - lost_j - drawn_j = vessel_heat_j now - vessel_heat_j at the start
 */

struct vessel_kind {
    double volume_m3;     /* usable content, > 0                                         */
    double shell_j_per_k; /* heat capacity of the shell, >= 0                            */
    double power_w;       /* of the heater; 0: none                                      */
    double setpoint_c;    /* with a heater: setpoint + hysteresis <= 100                 */
    double hysteresis_k;  /* half the band; >= 1e-3 with a heater                        */
    double loss_w_per_k;  /* UA, >= 0; content doesn't change it                         */
};

struct vessel {
    const struct vessel_kind *kind;
    /* in this order: time and temperature side by side get stored as one vector, read back late */
    double time_s, content_m3, temperature_c;
    bool heating;                               /* the heater is on now */
    bool powered;                               /* the thermostat has current */
    double on_s;                                /* heater time since the start */
    double heat_in_j, lost_j, drawn_j, added_j; /* since the start; water counts from 0 °C */
};

/** A vessel at rest with zeroed sums; 0 <= content_m3 <= volume. */
void vessel_start(struct vessel *vessel, const struct vessel_kind *kind, double time_s,
                  double content_m3, double temperature_c, bool powered);

/**
 * To the time to_s >= time_s, air at air_c all along, through any number of thermostat switches.
 * O(1): whole thermostat cycles are skipped at once; no exp while UA dt / C <= 1/64, no log unless
 * a switch lies in between.
 */
void vessel_advance(struct vessel *vessel, double air_c, double to_s);

/** Draws m3 at the present temperature; there must be as much. A rest below 1e-9 m3 goes too. */
void vessel_pour(struct vessel *vessel, double m3);

/** Adds m3 of water at water_c and mixes, shell included; it must fit in. */
void vessel_add(struct vessel *vessel, double m3, double water_c);

/** Current to the thermostat, from now on. */
void vessel_power(struct vessel *vessel, bool powered);

/** Current to the heater, which heats at once if it gets any: whoever hands out turns has seen that it asks for heat, which
 * a thermostat just above its threshold wouldn't show yet. */
void vessel_turn(struct vessel *vessel, bool heats);

/** What vessel_advance to at_s would make of the temperature; the vessel stays as it is. */
double vessel_temperature_at(const struct vessel *vessel, double air_c, double at_s);

/**
 * First time when T >= target_c if nothing is drawn, added or switched: now if it is so already,
 * HUGE_VAL if never. Advancing to that time gives target_c within 1e-9 K, perhaps from below:
 * compare with that much tolerance.
 */
double vessel_reaches(const struct vessel *vessel, double air_c, double target_c);

/** First time when T <= target_c if the heater stays off: now if it is so already, HUGE_VAL if never. */
double vessel_falls(const struct vessel *vessel, double air_c, double target_c);

/** Heat of water and shell, counted from 0 °C [J]. */
double vessel_heat_j(const struct vessel *vessel);

#endif
