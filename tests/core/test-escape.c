/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text at the boundary of each format. Whole files are read back by other parsers in test-export-parse.py. */
#include "config.h"

#include "dateline-escape.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *expected;
} Case;

typedef void (*EscapeFunc) (GString    *out,
                            const char *text);

static void
check (EscapeFunc  escape,
       const Case *cases,
       gsize       n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr(GString) out = g_string_new (NULL);

      escape (out, cases[i].text);
      g_assert_cmpstr (out->str, ==, cases[i].expected);
    }
}

static const Case lines[] = {
  { "a b", "a b" },
  { "a\nb\r\nc\rd", "a b c d" },
  { "a\n\n\nb", "a b" },
  { "a\xe2\x80\xa8" "b\xe2\x80\xa9" "c\xc2\x85" "d\v\f\x1c" "e", "a b c d e" },
};

static void
test_line (void)
{
  check (dateline_escape_line, lines, G_N_ELEMENTS (lines));
}

static const Case html[] = {
  { "<b class=\"x\">'&amp;'</b>", "&lt;b class=&quot;x&quot;&gt;&#39;&amp;amp;&#39;&lt;/b&gt;" },
  { "a\r\nb", "a&#13;\nb" },
  { "Привет 👩‍👩‍👧‍👦", "Привет 👩‍👩‍👧‍👦" },
};

static void
test_html (void)
{
  check (dateline_escape_html, html, G_N_ELEMENTS (html));
}

static const Case csv[] = {
  { "", "" },
  { "plain text", "plain text" },
  { "a,b", "\"a,b\"" },
  { "a;b", "\"a;b\"" },
  { "say \"hi\"", "\"say \"\"hi\"\"\"" },
  { "two\nlines", "\"two\nlines\"" },
  { " spaced ", "\" spaced \"" },
  { "=1+1", "'=1+1" },
  { "+1", "'+1" },
  { "-1", "'-1" },
  { "@SUM(A1)", "'@SUM(A1)" },
  { "\tx", "\"'\tx\"" },
  { "\rx", "\"'\rx\"" },
  { "=cmd|' /C calc'!A0, \"x\"", "\"'=cmd|' /C calc'!A0, \"\"x\"\"\"" },
  { "＝1+1", "'＝1+1" },
  /* So that taking one apostrophe away always gives the text back */
  { "'=1", "''=1" },
  { "''@x", "'''@x" },
  { "'quoted'", "'quoted'" },
  { "a=1", "a=1" },
};

static void
test_csv (void)
{
  check (dateline_escape_csv, csv, G_N_ELEMENTS (csv));
}

static const Case latex[] = {
  { "50% of $5 & #1_a", "50\\% of \\$5 \\& \\#1\\_a" },
  { "{a}", "\\textbraceleft{}a\\textbraceright{}" },
  { "\\x~^|<>`", "\\textbackslash{}x\\textasciitilde{}\\textasciicircum{}\\textbar{}\\textless{}\\textgreater{}\\textasciigrave{}" },
  { "a--b---c ''d'' ,,e", "a-{}-b-{}-{}-c '{}'d'{}' ,{},e" },
  { "a  b   c", "a \\ b \\ \\ c" },
  { " a\nb\tc", "\\ a\\newline{}b\\ c" },
  { "a\r\nb\rc\xe2\x80\xa8 d", "a\\newline{}b\\newline{}c\\newline{}\\ d" },
  { "a\x01\x7f", "a��" },
  { "Привет 👍🏽", "Привет 👍🏽" },
};

static void
test_latex (void)
{
  check (dateline_escape_latex, latex, G_N_ELEMENTS (latex));
}

static const Case markdown[] = {
  /* Left alone, so that the file can be searched */
  { "We all remember Alexander the Liberator [Alexander II].", "We all remember Alexander the Liberator [Alexander II]." },
  { "It's 5 - 3 = 2 > 1 (or #1) ... a_b_c! 10:30:15 @x", "It's 5 - 3 = 2 > 1 (or #1) ... a_b_c! 10:30:15 @x" },
  { "R&D, 1 < 2 & 3", "R&D, 1 < 2 & 3" },
  { "see https://t.co/cXmiPtx3LW now", "see https://t.co/cXmiPtx3LW now" },
  /* Starts of blocks */
  { "# a", "\\# a" },
  { "#tag", "\\#tag" },
  { "- a", "\\- a" },
  { "+ a", "\\+ a" },
  { "* a", "\\* a" },
  { "> a", "\\> a" },
  { "1. a", "1\\. a" },
  { "23) a", "23\\) a" },
  { "1.5 a", "1.5 a" },
  { "===", "\\===" },
  { "[a]: b", "\\[a\\]: b" },
  { "    code", "code" },
  /* Marks within lines */
  { "*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~" },
  { "a\\b", "a\\\\b" },
  { "![a](b)", "![a\\](b)" },
  { "<b>a</b> <3", "&lt;b>a&lt;/b> <3" },
  { "&amp; &#65; &x", "&amp;amp; &amp;#65; &x" },
  { "a | b", "a \\| b" },
  { ":smile: and x:smile:", "\\:smile: and x\\:smile:" },
  { "https://a.b/c_d_?x=1&y=2", "<https://a.b/c_d_?x=1&y=2>" },
  { "https://a.b/?x&lt;y", "<https://a.b/?x&amp;lt;y>" },
  { "www.a_b.c/_x_", "www\\.a_b.c/\\_x\\_" },
  { "two\nlines", "two lines" },
};

static void
test_markdown (void)
{
  check (dateline_escape_markdown, markdown, G_N_ELEMENTS (markdown));
}

static const Case blocks[] = {
  { "a", "> a\n" },
  { "a\nb", "> a\\\n> b\n" },
  { "a\n\nb", "> a\n>\n> b\n" },
  { "a\n\n\nb", "> a&#10;&#10;&#10;b\n" },
  { "\na\n", "> &#10;a&#10;\n" },
  { "  a  ", "> &#32;&#32;a&#32;&#32;\n" },
  { "a\n\t# b", "> a\\\n> &#9;# b\n" },
  { "a\r\nb", "> a&#13;\\\n> b\n" },
  { "", "> \n" },
};

static void
test_markdown_block (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autoptr(GString) out = g_string_new (NULL);

      dateline_escape_markdown_block (out, blocks[i].text, "> ");
      g_assert_cmpstr (out->str, ==, blocks[i].expected);
    }
}

static void
test_web_address (void)
{
  const char * const good[] = { "http://a", "HTTPS://a.b/c?d=e#f", "https://пример.example/статья", "http://[::1]:80/" };
  const char * const bad[] = {
    "", "a", "www.a.b", "javascript:alert(1)", "data:text/html,x", "ftp://a", "http:", "http://", "http:///a",
    "https://a b", "https://a\nb", "https://a\"b", "https://a<b", "https://a>b", "https://a`b", "https://a\\b",
    " http://a", "https://a\xe2\x80\xa8" "b", "https://a\xc2\xa0" "b"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (dateline_escape_is_web_address (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (dateline_escape_is_web_address (bad[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/escape/line", test_line);
  g_test_add_func ("/escape/html", test_html);
  g_test_add_func ("/escape/csv", test_csv);
  g_test_add_func ("/escape/latex", test_latex);
  g_test_add_func ("/escape/markdown", test_markdown);
  g_test_add_func ("/escape/markdown-block", test_markdown_block);
  g_test_add_func ("/escape/web-address", test_web_address);

  return g_test_run ();
}
