/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_STARTER_H
#define CLI_STARTER_H

/* What `samovar new` writes: scenarios/new.en.yaml and new.zh.yaml, put into the program by the build. */
extern const char starter_en[], starter_zh[];

#endif
