/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jansson's loops, for cppcheck, which reads no header of the system. */
#define json_array_foreach(array, i, value) for (i = 0; (value = json_array_get(array, i)); i++)
#define json_object_foreach(object, key, value) for (key = json_next(object, &value); key; key = json_next(object, &value))
