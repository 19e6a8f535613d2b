<?php
// Installs WordPress and publishes two posts: the pasted snippet, and the bare address. Prints their addresses.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('WORDPRESS_TEST_URL'), PHP_URL_HOST) . ':' . parse_url(getenv('WORDPRESS_TEST_URL'), PHP_URL_PORT);
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
if (!is_blog_installed()) {
    wp_install('A newspaper', 'editor', 'editor@example.org', false, '', wp_generate_password());
}
wp_set_current_user(1);
kses_remove_filters();
$atlas = getenv('WORDPRESS_TEST_ATLAS');
$posts = [
    'snippet' => "<!-- wp:paragraph --><p>What was said in Islamabad:</p><!-- /wp:paragraph -->\n"
        . "<!-- wp:html -->\n" . file_get_contents(getenv('WORDPRESS_TEST_SNIPPET')) . "\n<!-- /wp:html -->",
    'address' => "<!-- wp:paragraph --><p>What was said in Islamabad:</p><!-- /wp:paragraph -->\n"
        . "<!-- wp:embed {\"url\":\"$atlas\"} -->\n<figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\n"
        . "$atlas\n</div></figure>\n<!-- /wp:embed -->",
];
foreach ($posts as $name => $content) {
    $id = wp_insert_post([
        'post_title' => "The atlas by $name", 'post_name' => "atlas-by-$name", 'post_content' => wp_slash($content),
        'post_status' => 'publish', 'post_author' => 1,
    ]);
    echo $name, ' ', getenv('WORDPRESS_TEST_URL'), '/?p=', $id, "\n";
}
