<?php
/**
 * The one setting: where the calculator is. Pages load a script from there.
 *
 * @package Lawgrade
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Whether this person may say where scripts come from: who may not write them into a page may not choose them here. On a
 * network that is whoever runs the network; where nobody may, LAWGRADE_HOME in wp-config.php says it.
 *
 * @return bool
 */
function lawgrade_may_set() {
	return current_user_can( 'manage_options' ) && current_user_can( 'unfiltered_html' ) && ! defined( 'LAWGRADE_HOME' );
}

/** Registers the setting. */
function lawgrade_register_setting() {
	register_setting(
		'lawgrade',
		'lawgrade_home',
		array(
			'type'              => 'string',
			'default'           => '',
			'sanitize_callback' => 'lawgrade_set_home',
		)
	);
	add_filter(
		'option_page_capability_lawgrade',
		function () {
			return lawgrade_may_set() ? 'manage_options' : 'do_not_allow';
		}
	);
}

/**
 * Looks at an address before it is kept, and whether the calculator answers there.
 *
 * @param mixed $typed What was typed.
 * @return string
 */
function lawgrade_set_home( $typed ) {
	$before = get_option( 'lawgrade_home', '' );
	if ( ! lawgrade_may_set() ) {
		return $before;
	}
	if ( ! is_string( $typed ) || '' === trim( $typed ) ) {
		return '';
	}
	$home = lawgrade_folder( $typed );
	if ( '' === $home ) {
		add_settings_error( 'lawgrade_home', 'lawgrade-no-address', __( 'This is no address of the web. It begins with https:// and is that of the calculator’s folder.', 'lawgrade' ) );
		return $before;
	}
	$answer = wp_remote_head( $home . 'embed.js', array( 'timeout' => 5 ) );
	if ( is_wp_error( $answer ) || 200 !== wp_remote_retrieve_response_code( $answer ) ) {
		add_settings_error( 'lawgrade_home', 'lawgrade-no-answer', __( 'The address is kept, but this site finds no embed.js there. Open it in your browser to see whether it is right.', 'lawgrade' ), 'warning' );
	}
	return $home;
}

/** Adds the page below “Settings”. */
function lawgrade_add_settings_page() {
	add_options_page( 'Lawgrade', 'Lawgrade', 'manage_options', 'lawgrade', 'lawgrade_settings_page' );
}

/** The page. */
function lawgrade_settings_page() {
	$home  = lawgrade_home();
	$built = lawgrade_build()['home'];
	echo '<div class="wrap"><h1>Lawgrade</h1>';
	if ( ! lawgrade_may_set() ) {
		/* translators: %s: an address, or “–”. */
		echo '<p>' . esc_html( sprintf( __( 'The calculator is loaded from: %s', 'lawgrade' ), '' === $home ? '–' : $home ) ) . '</p>';
		echo '<p>' . esc_html__( 'Pages load a script from this address. It is set by LAWGRADE_HOME in wp-config.php, or by whoever may write scripts into pages.', 'lawgrade' ) . '</p></div>';
		return;
	}
	echo '<form action="options.php" method="post">';
	settings_fields( 'lawgrade' );
	echo '<table class="form-table" role="presentation"><tr><th scope="row"><label for="lawgrade_home">' . esc_html__( 'Address of the calculator', 'lawgrade' ) . '</label></th><td>';
	printf(
		'<input type="url" class="regular-text code" id="lawgrade_home" name="lawgrade_home" value="%s" placeholder="%s" aria-describedby="lawgrade-help">',
		esc_attr( get_option( 'lawgrade_home', '' ) ),
		esc_attr( '' === $built ? 'https://example.org/lawgrade/' : $built )
	);
	echo '<p class="description" id="lawgrade-help">';
	if ( '' === $built ) {
		esc_html_e( 'The folder of the calculator that your pages show. Your readers’ browsers load it from there; this site sends nothing about them.', 'lawgrade' );
	} else {
		/* translators: %s: an address. */
		echo esc_html( sprintf( __( 'Leave it empty for %s, from where this plugin comes. Your readers’ browsers load the calculator from this address; this site sends nothing about them.', 'lawgrade' ), $built ) );
	}
	echo '</p></td></tr></table>';
	submit_button();
	echo '</form></div>';
}

/** Says that the address is missing, where it can be set and where plugins are looked at. */
function lawgrade_ask_for_home() {
	$screen = get_current_screen();
	if ( '' !== lawgrade_home() || ! lawgrade_may_set() || null === $screen || 'plugins' !== $screen->id ) {
		return;
	}
	printf(
		'<div class="notice notice-warning"><p>%s <a href="%s">%s</a></p></div>',
		esc_html__( 'Lawgrade does not know yet where the calculator is.', 'lawgrade' ),
		esc_url( admin_url( 'options-general.php?page=lawgrade' ) ),
		esc_html__( 'Set its address', 'lawgrade' )
	);
}

/**
 * A link to the setting in the list of plugins.
 *
 * @param array $links What stands there.
 * @return array
 */
function lawgrade_settings_link( $links ) {
	$link = sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=lawgrade' ) ), esc_html__( 'Settings', 'lawgrade' ) );
	array_unshift( $links, $link );
	return $links;
}
