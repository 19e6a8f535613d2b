<?php
// A must-use plugin of the test: WordPress asks no address of this machine for oEmbed unless it is told that it may,
// and no other address is there to be asked.
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', function ($ports) {
    $ports[] = (int) parse_url(getenv('WORDPRESS_TEST_ATLAS'), PHP_URL_PORT);
    return $ports;
});
add_filter('pre_http_request', function ($answer, $arguments, $url) {
    return strpos($url, getenv('WORDPRESS_TEST_ATLAS')) === 0 ? $answer : new WP_Error('offline', 'only the atlas is asked');
}, 10, 3);
