<?php
/**
 * The block. What it stores is its settings and a link, which stays where the plugin is gone.
 *
 * @package Lawgrade
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Registers it, with its script and the texts of that. */
function lawgrade_register_block() {
	register_block_type( dirname( __DIR__ ) . '/block', array( 'render_callback' => 'lawgrade_render_block' ) );
	wp_set_script_translations( 'lawgrade-calculator-editor-script', 'lawgrade', dirname( __DIR__ ) . '/languages' );
}

/**
 * The block as readers see it.
 *
 * @param array  $attributes Its settings.
 * @param string $stored     What stands in the post.
 * @return string
 */
function lawgrade_render_block( $attributes, $stored ) {
	$shown = lawgrade_calculator( $attributes, get_block_wrapper_attributes() );
	return '' === $shown ? $stored : $shown;
}

/** What the script of the block has to know. */
function lawgrade_tell_editor() {
	$build = lawgrade_build();
	$own   = lawgrade_speaks_spanish() ? 'es' : 'en';
	$cards = wp_json_file_decode( dirname( __DIR__ ) . "/cards-$own.json", array( 'associative' => true ) );
	$told  = array(
		'home'       => lawgrade_home(),
		'languages'  => $build['languages'],
		'frameworks' => $build['frameworks'],
		'language'   => $own,
		'cards'      => is_array( $cards ) ? $cards : array(),
		'settings'   => lawgrade_may_set() ? admin_url( 'options-general.php?page=lawgrade' ) : '',
	);
	wp_add_inline_script( 'lawgrade-calculator-editor-script', 'window.lawgradeEditor = ' . wp_json_encode( $told ) . ';', 'before' );
}
