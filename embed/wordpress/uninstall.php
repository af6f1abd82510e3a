<?php
/**
 * Takes away what the plugin has stored: its one setting. Posts keep their links to the calculator.
 *
 * @package Lawgrade
 */

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
	exit;
}

if ( is_multisite() ) {
	foreach ( get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	) as $lawgrade_site ) {
		delete_blog_option( $lawgrade_site, 'lawgrade_home' );
	}
} else {
	delete_option( 'lawgrade_home' );
}
