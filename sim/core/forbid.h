/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Include last, in the files of models/ that run inside a replicated day: what they may not do
 * doesn't compile. A day takes memory from its arena, draws by key, and prints nothing. */
#ifndef CORE_FORBID_H
#define CORE_FORBID_H

#undef printf /* macros under FORTIFY, which can't be poisoned */
#undef fprintf
#undef puts
#pragma GCC poison malloc calloc realloc free strdup
#pragma GCC poison rand srand random drand48 time clock
#pragma GCC poison printf fprintf puts exit

#endif
