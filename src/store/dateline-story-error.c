/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The domain of the errors that say why a story cannot be read. */
#include "config.h"

#include "dateline-story-error.h"

G_DEFINE_QUARK (dateline-story-error-quark, dateline_story_error)
