/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as HTML and as Markdown: nothing that a user typed acts, drawings don't meddle with each other. */
#include "core/say.h"
#include "plots/report.h"
#include "plots/report_drawing.h"
#include "tests/support/expect.h"

#include <string.h>

#define EVIL "`touch pwned` 'x' \"y\" <b>&=1+1"

static const char drawn[] =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<svg width=\"640\" viewBox=\"0 0 640 384\"\n xmlns=\"http://www.w3.org/2000/svg\">\n"
    "<title>wait</title><desc>by gnuplot</desc>\n<g id=\"canvas\"><defs><circle id='dot' r='0.5'/><filter id='box'><feFlood/></filter></defs>\n"
    "<g fill=\"none\" font-weight=\"bold\" font-size=\"9.00\"><text>small &amp; bold</text></g>\n"
    "<g font-family=\"Noto&#44; sans\" font-weight=\"bold\" font-size=\"16.67\"><text>9 of 10 wait &lt; 2 min;  </text></g>\n"
    "<g font-weight=\"bold\" font-size=\"16.67\"><text>id='dot' is \"text\"</text></g>\n"
    "<use xlink:href='#dot' color=\"black\"/><g filter=\"url(#box)\"></g></g></svg>\n";

static struct report report;
static struct text out;

static int fresh(void **unused)
{
    (void)unused;
    say_in("en");
    report = (struct report){.title = EVIL, .subtitle = "-1. " EVIL, .language = "en"};
    return 0;
}

static int clear(void **unused)
{
    (void)unused;
    report_free(&report);
    text_free(&out);
    return 0;
}

static void expect_in(const char *piece)
{
    if (!strstr(text_c(&out), piece))
        fail_msg("`%s` isn't in:\n%.4000s", piece, text_c(&out));
}

static void expect_not_in(const char *piece)
{
    const char *found = strstr(text_c(&out), piece);
    if (found)
        fail_msg("`%s` is in: %.200s", piece, found);
}

static int count(const char *piece)
{
    int n = 0;
    for (const char *at = text_c(&out); (at = strstr(at, piece)); at++)
        n++;
    return n;
}

/* Every kind of piece, each with the evil text. */
static void fill(void)
{
    report_section(&report, "evil", EVIL);
    for (enum piece_kind kind = PIECE_HEADING; kind <= PIECE_TASK; kind++)
        report_add(&report, kind, EVIL);
    report_tile(&report, EVIL, EVIL);
    report_chart(&report, "wait", EVIL, drawn, "charts/" EVIL ".png");
    report_table(&report, EVIL);
    report_head(&report, EVIL, false);
    report_head(&report, EVIL, true);
    report_cell(&report, EVIL);
    report_cell_print(&report, "%s", EVIL);
    report_verbatim(&report, EVIL, EVIL "\n# " EVIL);
    assert_int_equal(report_status(&report), OK);
}

static void what_a_user_typed_is_text_in_html(void **unused)
{
    (void)unused;
    fill();
    assert_int_equal(report_html(&report, &out), OK);
    expect_not_in("<b>");
    expect_not_in("&=1");
    assert_int_equal(count("`touch pwned` &#39;x&#39; &quot;y&quot; &lt;b&gt;&amp;=1+1"), 24);
}

static void what_a_user_typed_is_text_in_markdown(void **unused)
{
    (void)unused;
    fill();
    assert_int_equal(report_markdown(&report, &out), OK);
    expect_in("# \\`touch pwned\\` 'x' \"y\" \\<b\\>\\&=1+1\n");
    expect_in("](charts/%60touch%20pwned%60%20%27x%27%20%22y%22%20%3Cb%3E%26%3D1%2B1.png)");
    expect_in("\n    `touch pwned` 'x' \"y\" <b>&=1+1\n    # `touch pwned`");
}

static void markdown_marks_only_what_would_be_markup(void **unused)
{
    static const char *const plain[] = {"444.5 ± 4.1", "-0.5", "+3", "2 min", "1.5.2", "a - b", "x0.8"};
    static const struct {
        const char *text, *written;
    } marked[] = {{"1. one", "1\\. one"}, {"12) one", "12\\) one"}, {"- one", "\\- one"}, {"--- one", "\\--- one"}, {"=1+1", "\\=1+1"},
                  {"a|b", "a\\|b"}, {"$x$", "\\$x\\$"}, {"two\nlines", "two lines"}, {"[a](b)", "\\[a\\](b)"}, {"![a", "\\!\\[a"}};
    (void)unused;

    report.title = report.subtitle = "t";
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        report_add(&report, PIECE_TEXT, plain[i]);
    for (size_t i = 0; i < sizeof marked / sizeof *marked; i++)
        report_add(&report, PIECE_TEXT, marked[i].text);
    assert_int_equal(report_markdown(&report, &out), OK);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        char line[64];
        snprintf(line, sizeof line, "\n%s\n", plain[i]);
        expect_in(line);
    }
    for (size_t i = 0; i < sizeof marked / sizeof *marked; i++)
        expect_in(marked[i].written);
}

static void drawings_on_one_page_keep_apart(void **unused)
{
    (void)unused;
    report_chart(&report, "wait", "one", drawn, "charts/wait.png");
    report_chart(&report, "line", "two", drawn, "charts/line.png");
    assert_int_equal(report_html(&report, &out), OK);
    assert_int_equal(count("id='chart-wait-dot'"), 1);
    assert_int_equal(count("id='chart-line-dot'"), 1);
    assert_int_equal(count("xlink:href='#chart-line-dot'"), 1);
    assert_int_equal(count("filter=\"url(#chart-wait-box)\""), 1);
    expect_in("<text>id='dot' is \"text\"</text>");
    assert_int_equal(count("id='dot'"), 2);
}

static void a_drawing_says_what_it_shows(void **unused)
{
    (void)unused;
    assert_true(drawing_add(&out, drawn, "chart-wait", "9 of 10 \"wait\" < 2 min"));
    assert_int_equal(strncmp(text_c(&out), "<svg role=\"img\" aria-label=\"9 of 10 &quot;wait&quot; &lt; 2 min\" width=", 66), 0);
    expect_not_in("<?xml");
    expect_not_in("<title");
    expect_not_in("gnuplot");
    expect_in("font-family=\"Noto&#44; sans\"");
}

static void the_finding_is_in_the_largest_bold_letters(void **unused)
{
    (void)unused;
    drawing_finding(&out, drawn);
    assert_string_equal(text_c(&out), "9 of 10 wait < 2 min;  id='dot' is \"text\"");
    text_clear(&out);
    drawing_finding(&out, "<svg><g font-size=\"9\"><text>plain</text></g></svg>");
    assert_string_equal(text_c(&out), "");
}

/* Someone may have changed a file in our folder. */
static void what_is_no_drawing_stays_out(void **unused)
{
    static const char *const others[] = {
        "<svg><script>alert(1)</script></svg>",
        "<svg><SCRIPT>alert(1)</SCRIPT></svg>",
        "<svg onload=\"alert(1)\"></svg>",
        "<svg OnLoad='alert(1)'></svg>",
        "<svg><g\nonclick = \"alert(1)\"></g></svg>",
        "<svg><use href=\"http://example.org/x.svg#y\"/></svg>",
        "<svg><use xlink:href=\"data:image/svg+xml,x\"/></svg>",
        "<svg><image href=\"#x\"/></svg>",
        "<svg><foreignObject></foreignObject></svg>",
        "<svg><style>@import url(x)</style></svg>",
        "<svg><g style=\"fill:red\"/></svg>",
        "<svg><g fill=\"url(http://example.org/)\"/></svg>",
        "<svg><g fill=\"&#117;rl(http://example.org/)\"/></svg>",
        "<svg><g fill=\"URL(x)\"/></svg>",
        "<svg><a href=\"#x\"></a></svg>",
        "<svg><g fill=red></g></svg>",
        "<svg><g fill=\"a<b\"></g></svg>",
        "<svg><svg></svg></svg>",
        "<svg><![CDATA[x]]></svg>",
        "<svg></svg><p>more",
        "<svg><g",
        "<svg>",
        "no drawing",
        "",
    };
    (void)unused;

    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (drawing_add(&out, others[i], "x", "y"))
            fail_msg("taken for a drawing: %s", others[i]);
    assert_int_equal(out.n, 0);
    report_chart(&report, "wait", "the finding stays", others[0], "charts/wait.png");
    assert_int_equal(report_html(&report, &out), OK);
    expect_not_in("alert");
    expect_in("<p>the finding stays</p>");
}

static void pieces_of_a_kind_share_a_box_that_is_closed(void **unused)
{
    (void)unused;
    report_add(&report, PIECE_LEAD, "first");
    report_add(&report, PIECE_LEAD, "second");
    report_tile(&report, "drinks", "412");
    report_tile(&report, "cost", "99");
    report_add(&report, PIECE_ITEM, "an item");
    report_add(&report, PIECE_TASK, "a task");
    assert_int_equal(report_html(&report, &out), OK);
    expect_in("<div class=\"lead\">\n<p>first</p>\n<p>second</p>\n</div>\n<div class=\"tiles\">");
    expect_in("<ul>\n<li>an item</li>\n</ul>\n<ul class=\"tasks\">");
    assert_int_equal(count("<ul"), count("</ul>"));
    assert_int_equal(count("<div"), count("</div>"));
}

static void a_table_is_sorted_unless_it_is_to_be_filled(void **unused)
{
    (void)unused;
    report_table(&report, "figures");
    report_head(&report, "name", false);
    report_head(&report, "n", true);
    for (int i = 0; i < 4; i++)
        report_cell_print(&report, "%d", i);
    report_table_to_fill(&report, "sheet");
    report_head(&report, "from", false);
    report_cell(&report, "06:30");
    report_cell(&report, "06:45");
    assert_int_equal(report_html(&report, &out), OK);
    expect_in("<th scope=\"col\" class=\"n\"><button type=\"button\">n</button></th>");
    expect_in("<table class=\"fill\"><caption><span>sheet</span></caption>\n<thead><tr><th scope=\"col\">from</th>");
    expect_in("<td class=\"n\">3</td></tr>");
    text_clear(&out);
    assert_int_equal(report_markdown(&report, &out), OK);
    expect_in("| name | n |\n|---|---:|\n| 0 | 1 |\n| 2 | 3 |\n");
}

static void the_page_needs_nothing_else(void **unused)
{
    (void)unused;
    fill();
    assert_int_equal(report_html(&report, &out), OK);
    expect_in("default-src 'none'");
    assert_int_equal(count("http"), 2); /* the policy's http-equiv and the drawing's name space */
    assert_int_equal(count("src="), 0);
    assert_int_equal(count("<script"), 1);
    assert_int_equal(count("<link"), 1);
    expect_in("<link rel=\"icon\" href=\"data:,\">");
}

static void chinese_pages_say_so(void **unused)
{
    (void)unused;
    report.language = "zh";
    assert_int_equal(report_html(&report, &out), OK);
    expect_in("<html lang=\"zh-CN\">");
}

static void a_long_report_is_kept_whole(void **unused)
{
    (void)unused;
    report_table(&report, "long");
    report_head(&report, "n", true);
    for (int i = 0; i < 5000; i++)
        report_cell_print(&report, "%d", i);
    for (int i = 0; i < 5000; i++)
        report_print(&report, PIECE_ITEM, "item %d", i);
    assert_int_equal(report_html(&report, &out), OK);
    assert_int_equal(count("<li>item "), 5000);
    assert_int_equal(count("<td class=\"n\">"), 5000);
    expect_in("<li>item 4999</li>\n</ul>");
}

#define PAGE(test) cmocka_unit_test_setup_teardown(test, fresh, clear)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAGE(what_a_user_typed_is_text_in_html),
        PAGE(what_a_user_typed_is_text_in_markdown),
        PAGE(markdown_marks_only_what_would_be_markup),
        PAGE(drawings_on_one_page_keep_apart),
        PAGE(a_drawing_says_what_it_shows),
        PAGE(the_finding_is_in_the_largest_bold_letters),
        PAGE(what_is_no_drawing_stays_out),
        PAGE(pieces_of_a_kind_share_a_box_that_is_closed),
        PAGE(a_table_is_sorted_unless_it_is_to_be_filled),
        PAGE(the_page_needs_nothing_else),
        PAGE(chinese_pages_say_so),
        PAGE(a_long_report_is_kept_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
